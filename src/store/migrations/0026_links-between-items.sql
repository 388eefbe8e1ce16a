CREATE TABLE "gongkai"."file_texts" (
	"site" text NOT NULL,
	"url" text NOT NULL,
	"text" text NOT NULL,
	"whole" boolean NOT NULL,
	CONSTRAINT "file_texts_site_url_pk" PRIMARY KEY("site","url")
);
--> statement-breakpoint
ALTER TABLE "gongkai"."item_texts" ADD COLUMN "refers" jsonb;--> statement-breakpoint
ALTER TABLE "gongkai"."file_texts" ADD CONSTRAINT "file_texts_site_url_links_site_url_fk" FOREIGN KEY ("site","url") REFERENCES "gongkai"."links"("site","url") ON DELETE cascade ON UPDATE no action;