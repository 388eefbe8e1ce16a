CREATE TABLE "gongkai"."post_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"via" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text,
	"source" text NOT NULL,
	"fault" text,
	"from_day" date,
	"until_day" date NOT NULL,
	"posts" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gongkai"."posts" (
	"account" text NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"published_on" date NOT NULL,
	"published_at" text NOT NULL,
	"url" text,
	"original" boolean,
	"first_delivery" text NOT NULL,
	CONSTRAINT "posts_account_key_pk" PRIMARY KEY("account","key")
);
--> statement-breakpoint
CREATE INDEX "post_deliveries_account" ON "gongkai"."post_deliveries" USING btree ("account","at");--> statement-breakpoint
CREATE INDEX "posts_day" ON "gongkai"."posts" USING btree ("account","published_on" DESC NULLS LAST);