CREATE TABLE "gongkai"."links" (
	"site" text NOT NULL,
	"url" text NOT NULL,
	"unit" text NOT NULL,
	"page" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"found_on" date NOT NULL,
	"state" text NOT NULL,
	"looks" jsonb NOT NULL,
	"next_look" date NOT NULL,
	CONSTRAINT "links_site_url_pk" PRIMARY KEY("site","url")
);
--> statement-breakpoint
CREATE INDEX "links_page" ON "gongkai"."links" USING btree ("site","page");--> statement-breakpoint
CREATE INDEX "links_next" ON "gongkai"."links" USING btree ("site","next_look");