ALTER TABLE "gongkai"."items" ADD COLUMN "personal_data" jsonb;--> statement-breakpoint
ALTER TABLE "gongkai"."site_records" ADD COLUMN "elements" jsonb;