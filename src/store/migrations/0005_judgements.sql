CREATE TABLE "gongkai"."judgements" (
	"run" text PRIMARY KEY NOT NULL,
	"basis" text NOT NULL,
	"judged" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gongkai"."listings" (
	"site" text NOT NULL,
	"column_id" text NOT NULL,
	"item" text NOT NULL,
	"unit" text NOT NULL,
	"day" date,
	"category" text,
	"area" integer,
	"first" boolean NOT NULL,
	"first_of_unit" boolean NOT NULL,
	"first_of_site" boolean NOT NULL,
	CONSTRAINT "listings_site_column_id_item_pk" PRIMARY KEY("site","column_id","item")
);
--> statement-breakpoint
ALTER TABLE "gongkai"."judgements" ADD CONSTRAINT "judgements_run_runs_id_fk" FOREIGN KEY ("run") REFERENCES "gongkai"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listings_item" ON "gongkai"."listings" USING btree ("item");--> statement-breakpoint
CREATE INDEX "listings_newest" ON "gongkai"."listings" USING btree ("day" DESC NULLS LAST,"item") WHERE "gongkai"."listings"."first";--> statement-breakpoint
CREATE INDEX "listings_category" ON "gongkai"."listings" USING btree ("category","day" DESC NULLS LAST,"item") WHERE "gongkai"."listings"."first";--> statement-breakpoint
CREATE INDEX "listings_unit" ON "gongkai"."listings" USING btree ("unit","day" DESC NULLS LAST,"item") WHERE "gongkai"."listings"."first_of_unit";--> statement-breakpoint
CREATE INDEX "listings_site" ON "gongkai"."listings" USING btree ("site","day" DESC NULLS LAST,"item") WHERE "gongkai"."listings"."first_of_site";--> statement-breakpoint
CREATE INDEX "listings_column" ON "gongkai"."listings" USING btree ("site","column_id","day" DESC NULLS LAST,"item");