ALTER TABLE "gongkai"."sightings" ADD COLUMN "listed_before" date;--> statement-breakpoint
ALTER TABLE "gongkai"."sightings" ADD COLUMN "shown_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "gongkai"."sightings" ADD COLUMN "redated_as_of" timestamp (3) with time zone;