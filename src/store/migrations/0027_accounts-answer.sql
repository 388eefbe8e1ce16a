CREATE TABLE "gongkai"."account_messages" (
	"account" text NOT NULL,
	"subject" text NOT NULL,
	"received_on" date NOT NULL,
	"answered_on" date,
	"until_day" date NOT NULL,
	"via" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text,
	"source" text NOT NULL,
	CONSTRAINT "account_messages_account_received_on_subject_pk" PRIMARY KEY("account","received_on","subject")
);
--> statement-breakpoint
CREATE TABLE "gongkai"."function_looks" (
	"account" text NOT NULL,
	"function" text NOT NULL,
	"on_day" date NOT NULL,
	"via" text NOT NULL,
	"works" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text,
	"detail" text,
	CONSTRAINT "function_looks_account_function_on_day_via_pk" PRIMARY KEY("account","function","on_day","via")
);
--> statement-breakpoint
ALTER TABLE "gongkai"."post_deliveries" ADD COLUMN "named" text;