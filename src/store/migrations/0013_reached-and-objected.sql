ALTER TABLE "gongkai"."alerts" ADD COLUMN "reached_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "gongkai"."alerts" ADD COLUMN "objection" jsonb;--> statement-breakpoint
-- A clock that ran before goes on only where a message was accepted since the alert was sent.
UPDATE "gongkai"."alerts" AS alert SET "reached_at" = (
  SELECT min(delivery."sent_at") FROM "gongkai"."notices" AS notice JOIN "gongkai"."deliveries" AS delivery ON delivery."id" = notice."delivery"
  WHERE notice."alert" = alert."id" AND delivery."state" = 'sent' AND notice."created_at" >= alert."sent_at"
    AND notice."role" = CASE alert."level" WHEN 0 THEN 'contact' WHEN 1 THEN 'head' WHEN 2 THEN 'supervisor' END
) WHERE alert."sent_at" IS NOT NULL;--> statement-breakpoint
UPDATE "gongkai"."alerts" SET "due_on" = NULL WHERE "reached_at" IS NULL AND "state" IN ('sent', 'acknowledged');
