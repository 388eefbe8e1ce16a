ALTER TABLE "gongkai"."alert_entries" ADD COLUMN "because" jsonb;--> statement-breakpoint
ALTER TABLE "gongkai"."evidence_uses" ADD COLUMN "screenshot" text;--> statement-breakpoint
ALTER TABLE "gongkai"."evidence_uses" ADD CONSTRAINT "evidence_uses_screenshot_evidence_pages_hash_fk" FOREIGN KEY ("screenshot") REFERENCES "gongkai"."evidence_pages"("hash") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_uses_screenshot" ON "gongkai"."evidence_uses" USING btree ("screenshot");--> statement-breakpoint
CREATE TRIGGER "alert_entries_are_kept" BEFORE TRUNCATE ON "gongkai"."alert_entries"
	FOR EACH STATEMENT EXECUTE FUNCTION "gongkai"."refuse_to_change_history"();
