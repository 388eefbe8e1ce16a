CREATE TABLE "gongkai"."alert_files" (
	"id" text PRIMARY KEY NOT NULL,
	"alert" text NOT NULL,
	"entry" text NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gongkai"."alert_undos" (
	"alert" text PRIMARY KEY NOT NULL,
	"entry" text NOT NULL,
	"by" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"before" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gongkai"."alerts" ADD COLUMN "assignee" text;--> statement-breakpoint
ALTER TABLE "gongkai"."alert_files" ADD CONSTRAINT "alert_files_alert_alerts_id_fk" FOREIGN KEY ("alert") REFERENCES "gongkai"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gongkai"."alert_files" ADD CONSTRAINT "alert_files_entry_alert_entries_id_fk" FOREIGN KEY ("entry") REFERENCES "gongkai"."alert_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gongkai"."alert_undos" ADD CONSTRAINT "alert_undos_alert_alerts_id_fk" FOREIGN KEY ("alert") REFERENCES "gongkai"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_files_alert" ON "gongkai"."alert_files" USING btree ("alert");--> statement-breakpoint
CREATE INDEX "alert_undos_by" ON "gongkai"."alert_undos" USING btree ("by","until");