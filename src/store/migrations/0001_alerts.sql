CREATE TABLE "gongkai"."alert_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"place" integer NOT NULL,
	"alert" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"level" integer NOT NULL,
	"run" text,
	"why" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gongkai"."alerts" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"audience" text NOT NULL,
	"rule" text NOT NULL,
	"severity" text NOT NULL,
	"unit" text,
	"site" text,
	"column_id" text,
	"url" text,
	"message" text NOT NULL,
	"since" date,
	"evidence" jsonb NOT NULL,
	"measured" jsonb,
	"unmeasured" jsonb NOT NULL,
	"state" text NOT NULL,
	"level" integer NOT NULL,
	"observations" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"first_run" text,
	"last_seen" timestamp (3) with time zone NOT NULL,
	"last_run" text,
	"held" boolean NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"due_on" date,
	"answer" jsonb,
	"dismissal" jsonb,
	"rectified_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"reopened" integer NOT NULL,
	"stamp" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gongkai"."deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"address" text,
	"role" text NOT NULL,
	"unit" text,
	"letter" jsonb NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"next_try" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"detail" text,
	"claim" text,
	"claimed_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "gongkai"."delivery_attempts" (
	"delivery" text NOT NULL,
	"number" integer NOT NULL,
	"channel" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"outcome" text,
	"detail" text,
	CONSTRAINT "delivery_attempts_delivery_number_pk" PRIMARY KEY("delivery","number")
);
--> statement-breakpoint
CREATE TABLE "gongkai"."notices" (
	"id" text PRIMARY KEY NOT NULL,
	"alert" text NOT NULL,
	"topic" text NOT NULL,
	"role" text NOT NULL,
	"unit" text,
	"channel" text NOT NULL,
	"address" text,
	"urgent" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"delivery" text
);
--> statement-breakpoint
ALTER TABLE "gongkai"."alert_entries" ADD CONSTRAINT "alert_entries_alert_alerts_id_fk" FOREIGN KEY ("alert") REFERENCES "gongkai"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gongkai"."delivery_attempts" ADD CONSTRAINT "delivery_attempts_delivery_deliveries_id_fk" FOREIGN KEY ("delivery") REFERENCES "gongkai"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gongkai"."notices" ADD CONSTRAINT "notices_alert_alerts_id_fk" FOREIGN KEY ("alert") REFERENCES "gongkai"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gongkai"."notices" ADD CONSTRAINT "notices_delivery_deliveries_id_fk" FOREIGN KEY ("delivery") REFERENCES "gongkai"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_entries_alert" ON "gongkai"."alert_entries" USING btree ("alert","place");--> statement-breakpoint
CREATE INDEX "alert_entries_at" ON "gongkai"."alert_entries" USING btree ("at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_key" ON "gongkai"."alerts" USING btree ("key");--> statement-breakpoint
CREATE INDEX "alerts_state" ON "gongkai"."alerts" USING btree ("state","opened_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "alerts_unit" ON "gongkai"."alerts" USING btree ("unit","state");--> statement-breakpoint
CREATE INDEX "alerts_column" ON "gongkai"."alerts" USING btree ("site","column_id");--> statement-breakpoint
CREATE INDEX "alerts_alive" ON "gongkai"."alerts" USING btree ("due_on") WHERE "gongkai"."alerts"."state" not in ('closed', 'dismissed');--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "gongkai"."deliveries" USING btree ("channel","next_try") WHERE "gongkai"."deliveries"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "deliveries_newest" ON "gongkai"."deliveries" USING btree ("created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "delivery_attempts_channel" ON "gongkai"."delivery_attempts" USING btree ("channel","started_at");--> statement-breakpoint
CREATE INDEX "notices_due" ON "gongkai"."notices" USING btree ("not_before") WHERE "gongkai"."notices"."delivery" is null;--> statement-breakpoint
CREATE INDEX "notices_alert" ON "gongkai"."notices" USING btree ("alert");--> statement-breakpoint
CREATE INDEX "notices_delivery" ON "gongkai"."notices" USING btree ("delivery");--> statement-breakpoint
-- Written by hand: what happened stays as it was written down.
CREATE FUNCTION "gongkai"."refuse_to_change_history"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the history of alerts is written once and never changed';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "alert_entries_are_final" BEFORE UPDATE OR DELETE ON "gongkai"."alert_entries"
	FOR EACH ROW EXECUTE FUNCTION "gongkai"."refuse_to_change_history"();
