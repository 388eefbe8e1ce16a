ALTER TABLE "gongkai"."findings" ALTER COLUMN "message" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "gongkai"."alerts" ADD COLUMN "basis" jsonb;--> statement-breakpoint
ALTER TABLE "gongkai"."findings" ADD COLUMN "facts" jsonb;--> statement-breakpoint
ALTER TABLE "gongkai"."findings" ADD COLUMN "basis" jsonb;
--> statement-breakpoint
-- Which duty was missing stood first among its evidence.
UPDATE "gongkai"."alerts" SET "basis" = jsonb_build_object('rule', "evidence" ->> 0, 'unverified', false) WHERE "rule" = 'duty-missing';
