CREATE SCHEMA "gongkai";
--> statement-breakpoint
CREATE TABLE "gongkai"."column_states" (
	"site" text NOT NULL,
	"column_id" text NOT NULL,
	"watched_since" timestamp (3) with time zone,
	"open_seen" timestamp (3) with time zone,
	"first_page_at" timestamp (3) with time zone,
	"etag" text,
	"last_modified" text,
	"hash" text,
	CONSTRAINT "column_states_site_column_id_pk" PRIMARY KEY("site","column_id")
);
--> statement-breakpoint
CREATE TABLE "gongkai"."columns" (
	"site" text NOT NULL,
	"id" text NOT NULL,
	"unit" text NOT NULL,
	"name" text NOT NULL,
	"path" jsonb NOT NULL,
	"url" text NOT NULL,
	"category" text,
	"period" text,
	"exempt" text,
	"origin" text NOT NULL,
	"current" boolean NOT NULL,
	"place" integer NOT NULL,
	CONSTRAINT "columns_site_id_pk" PRIMARY KEY("site","id")
);
--> statement-breakpoint
CREATE TABLE "gongkai"."readings" (
	"run" text NOT NULL,
	"site" text NOT NULL,
	"column_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"as_of" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"detail" text,
	"rows" integer NOT NULL,
	"complete" boolean NOT NULL,
	"newest_first" boolean NOT NULL,
	"unread_pages" jsonb NOT NULL,
	"fingerprint" jsonb,
	"evidence" text,
	"via" text NOT NULL,
	CONSTRAINT "readings_run_site_column_id_pk" PRIMARY KEY("run","site","column_id")
);
--> statement-breakpoint
CREATE TABLE "gongkai"."corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"item" text,
	"site" text,
	"column_id" text,
	"category" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"why" text NOT NULL,
	CONSTRAINT "corrections_one_target" CHECK (("gongkai"."corrections"."item" is null) = ("gongkai"."corrections"."site" is not null) and ("gongkai"."corrections"."site" is null) = ("gongkai"."corrections"."column_id" is null))
);
--> statement-breakpoint
CREATE TABLE "gongkai"."evidence_pages" (
	"hash" text PRIMARY KEY NOT NULL,
	"compressed" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"content_type" text,
	"last_used" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gongkai"."evidence_uses" (
	"hash" text NOT NULL,
	"site" text NOT NULL,
	"column_id" text NOT NULL,
	"url" text NOT NULL,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "evidence_uses_hash_site_column_id_fetched_at_pk" PRIMARY KEY("hash","site","column_id","fetched_at")
);
--> statement-breakpoint
CREATE TABLE "gongkai"."findings" (
	"run" text NOT NULL,
	"place" integer NOT NULL,
	"rule" text NOT NULL,
	"severity" text NOT NULL,
	"unit" text,
	"site" text,
	"column_id" text,
	"url" text,
	"message" text NOT NULL,
	"since" date,
	"evidence" text[] NOT NULL,
	CONSTRAINT "findings_run_place_pk" PRIMARY KEY("run","place")
);
--> statement-breakpoint
CREATE TABLE "gongkai"."item_texts" (
	"key" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gongkai"."items" (
	"key" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"site" text NOT NULL,
	"unit" text NOT NULL,
	"title" text NOT NULL,
	"published_on" date,
	"published_at" text,
	"published_source" text,
	"conflicts" jsonb NOT NULL,
	"document_date" date,
	"document_number" text,
	"index_number" text,
	"issuer" text,
	"source" text,
	"author" text,
	"reviewer" text,
	"subject" text,
	"attachments" jsonb NOT NULL,
	"category" text NOT NULL,
	"corrected_category" text,
	"confidence" double precision NOT NULL,
	"reasons" jsonb NOT NULL,
	"flags" jsonb NOT NULL,
	"outcome" text,
	"etag" text,
	"last_modified" text,
	"text_hash" text,
	"simhash" text,
	"first_seen" timestamp (3) with time zone NOT NULL,
	"last_seen" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"search" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gongkai"."sightings" (
	"site" text NOT NULL,
	"column_id" text NOT NULL,
	"item" text NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"listed_on" date,
	"position" integer NOT NULL,
	"first_run" text NOT NULL,
	"first_seen" timestamp (3) with time zone NOT NULL,
	"first_as_of" timestamp (3) with time zone NOT NULL,
	"last_seen" timestamp (3) with time zone NOT NULL,
	"gone_since" timestamp (3) with time zone,
	CONSTRAINT "sightings_site_column_id_item_first_seen_pk" PRIMARY KEY("site","column_id","item","first_seen")
);
--> statement-breakpoint
CREATE TABLE "gongkai"."migrations" (
	"version" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"applied_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gongkai"."runs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"schedule" text,
	"due_at" timestamp (3) with time zone,
	"as_of" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"deadline" timestamp (3) with time zone,
	"state" text NOT NULL,
	"traffic" jsonb NOT NULL,
	"failed" integer NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "gongkai"."site_records" (
	"run" text NOT NULL,
	"site" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"tls_fallback" boolean NOT NULL,
	"final_url" text,
	"home_updated_on" date,
	"traffic" jsonb NOT NULL,
	CONSTRAINT "site_records_run_site_pk" PRIMARY KEY("run","site")
);
--> statement-breakpoint
CREATE TABLE "gongkai"."targets" (
	"run" text NOT NULL,
	"site" text NOT NULL,
	"column_id" text NOT NULL,
	"outcome" text,
	"recorded_at" timestamp (3) with time zone,
	CONSTRAINT "targets_run_site_column_id_pk" PRIMARY KEY("run","site","column_id")
);
--> statement-breakpoint
ALTER TABLE "gongkai"."readings" ADD CONSTRAINT "readings_run_runs_id_fk" FOREIGN KEY ("run") REFERENCES "gongkai"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gongkai"."evidence_uses" ADD CONSTRAINT "evidence_uses_hash_evidence_pages_hash_fk" FOREIGN KEY ("hash") REFERENCES "gongkai"."evidence_pages"("hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gongkai"."findings" ADD CONSTRAINT "findings_run_runs_id_fk" FOREIGN KEY ("run") REFERENCES "gongkai"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gongkai"."item_texts" ADD CONSTRAINT "item_texts_key_items_key_fk" FOREIGN KEY ("key") REFERENCES "gongkai"."items"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gongkai"."site_records" ADD CONSTRAINT "site_records_run_runs_id_fk" FOREIGN KEY ("run") REFERENCES "gongkai"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gongkai"."targets" ADD CONSTRAINT "targets_run_runs_id_fk" FOREIGN KEY ("run") REFERENCES "gongkai"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "columns_unit" ON "gongkai"."columns" USING btree ("unit");--> statement-breakpoint
CREATE INDEX "readings_as_of" ON "gongkai"."readings" USING btree ("site","column_id","as_of" DESC NULLS LAST,"at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "readings_at" ON "gongkai"."readings" USING btree ("site","column_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "corrections_item" ON "gongkai"."corrections" USING btree ("item");--> statement-breakpoint
CREATE INDEX "corrections_column" ON "gongkai"."corrections" USING btree ("site","column_id");--> statement-breakpoint
CREATE INDEX "evidence_pages_last_used" ON "gongkai"."evidence_pages" USING btree ("last_used");--> statement-breakpoint
CREATE INDEX "findings_evidence" ON "gongkai"."findings" USING gin ("evidence");--> statement-breakpoint
CREATE INDEX "items_newest" ON "gongkai"."items" USING btree ("published_on" DESC NULLS LAST,"key");--> statement-breakpoint
CREATE INDEX "items_unit" ON "gongkai"."items" USING btree ("unit","published_on" DESC NULLS LAST,"key");--> statement-breakpoint
CREATE INDEX "items_site" ON "gongkai"."items" USING btree ("site","published_on" DESC NULLS LAST,"key");--> statement-breakpoint
CREATE INDEX "items_category" ON "gongkai"."items" USING btree (coalesce("corrected_category", "category"),"published_on" DESC NULLS LAST,"key");--> statement-breakpoint
CREATE INDEX "items_search" ON "gongkai"."items" USING gin ("search");--> statement-breakpoint
CREATE UNIQUE INDEX "sightings_open_once" ON "gongkai"."sightings" USING btree ("site","column_id","item") WHERE "gongkai"."sightings"."gone_since" is null;--> statement-breakpoint
CREATE INDEX "sightings_item" ON "gongkai"."sightings" USING btree ("item");--> statement-breakpoint
CREATE UNIQUE INDEX "runs_due_once" ON "gongkai"."runs" USING btree ("schedule","due_at") WHERE "gongkai"."runs"."schedule" is not null;--> statement-breakpoint
CREATE INDEX "runs_newest" ON "gongkai"."runs" USING btree ("started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "site_records_newest" ON "gongkai"."site_records" USING btree ("site","at" DESC NULLS LAST);