CREATE TABLE "gongkai"."site_profiles" (
	"site" text PRIMARY KEY NOT NULL,
	"learnt_at" timestamp (3) with time zone NOT NULL,
	"profile" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gongkai"."column_states" ADD COLUMN "looked_as_of" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "gongkai"."column_states" ADD COLUMN "liar" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "gongkai"."readings" ADD COLUMN "certainty" text DEFAULT 'sure' NOT NULL;--> statement-breakpoint
ALTER TABLE "gongkai"."readings" ADD COLUMN "doubts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "gongkai"."site_records" ADD COLUMN "home_read_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "gongkai"."site_records" SET "home_read_at" = "at" WHERE "final_url" IS NOT NULL;
