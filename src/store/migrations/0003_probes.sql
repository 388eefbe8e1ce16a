CREATE TABLE "gongkai"."probes" (
	"site" text NOT NULL,
	"vantage" text NOT NULL,
	"slot" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"milliseconds" integer NOT NULL,
	"detail" text,
	CONSTRAINT "probes_site_vantage_slot_pk" PRIMARY KEY("site","vantage","slot")
);
--> statement-breakpoint
CREATE TABLE "gongkai"."workers" (
	"id" text PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"last_job" text,
	"last_job_at" timestamp (3) with time zone,
	"jobs" integer NOT NULL,
	"left_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "probes_slot" ON "gongkai"."probes" USING btree ("slot");--> statement-breakpoint
CREATE INDEX "workers_seen" ON "gongkai"."workers" USING btree ("seen_at");