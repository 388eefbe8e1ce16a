CREATE TABLE "gongkai"."config_texts" (
	"hash" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gongkai"."estate_revisions" (
	"number" integer PRIMARY KEY NOT NULL,
	"holds_from" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"why" text NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gongkai"."revision_texts" (
	"revision" integer NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "revision_texts_revision_name_pk" PRIMARY KEY("revision","name")
);
--> statement-breakpoint
ALTER TABLE "gongkai"."runs" ADD COLUMN "revision" integer;--> statement-breakpoint
ALTER TABLE "gongkai"."revision_texts" ADD CONSTRAINT "revision_texts_revision_estate_revisions_number_fk" FOREIGN KEY ("revision") REFERENCES "gongkai"."estate_revisions"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gongkai"."revision_texts" ADD CONSTRAINT "revision_texts_hash_config_texts_hash_fk" FOREIGN KEY ("hash") REFERENCES "gongkai"."config_texts"("hash") ON DELETE no action ON UPDATE no action;