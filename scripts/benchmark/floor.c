/* The floor: reads Markdown pages, parses them with cmark-gfm, and writes them as HTML. `floor SOURCE TARGET` */

#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const extensions[] = {"table", "strikethrough", "autolink", "tagfilter", "tasklist"};

static void fail(const char *path) {
    perror(path);
    exit(1);
}

static char *read_file(const char *path, size_t size) {
    char *text = malloc(size + 1);
    FILE *file = fopen(path, "rb");
    if (!text || !file || fread(text, 1, size, file) != size) fail(path);
    fclose(file);
    text[size] = 0;
    return text;
}

/* The text after the front matter. */
static const char *body(const char *text) {
    const char *end = strncmp(text, "---\n", 4) == 0 ? strstr(text + 4, "\n---\n") : NULL;
    return end ? end + 5 : text;
}

static void convert(const char *source, size_t size, const char *target) {
    char *text = read_file(source, size);
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
    }
    const char *markdown = body(text);
    cmark_parser_feed(parser, markdown, strlen(markdown));
    cmark_node *document = cmark_parser_finish(parser);
    char *html = cmark_render_html(document, CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser));
    FILE *file = fopen(target, "wb");
    if (!file || fputs(html, file) < 0 || fclose(file)) fail(target);
    free(html);
    cmark_node_free(document);
    cmark_parser_free(parser);
    free(text);
}

int main(int count, char **arguments) {
    if (count != 3) return 2;
    cmark_gfm_core_extensions_ensure_registered();
    char *roots[] = {arguments[1], NULL};
    size_t skipped = strlen(arguments[1]);
    FTS *files = fts_open(roots, FTS_PHYSICAL, NULL);
    if (!files) fail(arguments[1]);
    for (FTSENT *entry; (entry = fts_read(files));) {
        char target[4096];
        snprintf(target, sizeof target, "%s%s", arguments[2], entry->fts_path + skipped);
        if (entry->fts_info == FTS_D && mkdir(target, 0777) && entry->fts_level > 0) fail(target);
        if (entry->fts_info != FTS_F) continue;
        size_t length = strlen(target);
        if (length < 3 || strcmp(target + length - 3, ".md")) continue;
        strcpy(target + length - 3, ".html");
        convert(entry->fts_accpath, (size_t)entry->fts_statp->st_size, target);
    }
    fts_close(files);
    return 0;
}
