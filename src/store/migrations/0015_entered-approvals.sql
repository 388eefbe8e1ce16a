CREATE TABLE "gongkai"."approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"year" integer NOT NULL,
	"on_day" date NOT NULL,
	"source" text,
	"units" jsonb,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
