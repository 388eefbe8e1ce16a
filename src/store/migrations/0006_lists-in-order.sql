ALTER TABLE "gongkai"."listings" ADD COLUMN "first_of_unit_on_site" boolean DEFAULT true NOT NULL;--> statement-breakpoint
UPDATE "gongkai"."listings" AS "later" SET "first_of_unit_on_site" = false FROM "gongkai"."listings" AS "earlier"
	WHERE "earlier"."item" = "later"."item" AND "earlier"."site" = "later"."site" AND "earlier"."unit" = "later"."unit" AND "earlier"."column_id" < "later"."column_id";--> statement-breakpoint
ALTER TABLE "gongkai"."listings" ALTER COLUMN "first_of_unit_on_site" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "sightings_open" ON "gongkai"."sightings" USING btree ("site","column_id","position") WHERE "gongkai"."sightings"."gone_since" is null;--> statement-breakpoint
CREATE INDEX "sightings_newest" ON "gongkai"."sightings" USING btree ("site","column_id","first_as_of" DESC NULLS FIRST,"position");--> statement-breakpoint
CREATE INDEX "listings_unit_on_site" ON "gongkai"."listings" USING btree ("site","unit","day" DESC NULLS LAST,"item") WHERE "gongkai"."listings"."first_of_unit_on_site";