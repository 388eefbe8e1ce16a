CREATE TABLE "gongkai"."site_traffic" (
	"run" text NOT NULL,
	"site" text NOT NULL,
	"attempt" text NOT NULL,
	"traffic" jsonb NOT NULL,
	CONSTRAINT "site_traffic_run_site_attempt_pk" PRIMARY KEY("run","site","attempt")
);
--> statement-breakpoint
ALTER TABLE "gongkai"."runs" ADD COLUMN "driver" text;--> statement-breakpoint
UPDATE "gongkai"."runs" SET "driver" = CASE WHEN "deadline" IS NULL THEN 'inline' ELSE 'queue' END;--> statement-breakpoint
ALTER TABLE "gongkai"."runs" ALTER COLUMN "driver" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "gongkai"."runs" ADD COLUMN "holder" text;--> statement-breakpoint
ALTER TABLE "gongkai"."runs" ADD COLUMN "held_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "gongkai"."site_traffic" ADD CONSTRAINT "site_traffic_run_runs_id_fk" FOREIGN KEY ("run") REFERENCES "gongkai"."runs"("id") ON DELETE no action ON UPDATE no action;