// The peer: Hyperscan in block mode, caseless literals, one scan a query, a word boundary on both sides of a hit.
//   hyperscan TERMS QUERIES     QUERIES: kind, tab, text. Prints: nanoseconds a query, milliseconds to build, bytes, then a line a kind with queries and hits.
#include <hs/hs.h>
#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <time.h>
#include <vector>

struct Context { const char *text; unsigned long long length; const std::vector<unsigned> *lengths; bool hit; };

static bool letter(unsigned char c) { return isalnum(c) || c >= 128; }

static double cpu() { timespec t; clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t); return t.tv_sec * 1e9 + t.tv_nsec; }

static int on_match(unsigned id, unsigned long long, unsigned long long to, unsigned, void *context) {
    auto *at = static_cast<Context *>(context);
    long long from = static_cast<long long>(to) - (*at->lengths)[id];
    if ((from > 0 && letter(at->text[from - 1])) || (to < at->length && letter(at->text[to]))) return 0;
    at->hit = true;
    return 1;
}

int main(int, char **words) {
    std::vector<std::string> terms, kinds, queries;
    std::string line;
    for (std::ifstream file(words[1]); getline(file, line);) terms.push_back(line);
    for (std::ifstream file(words[2]); getline(file, line);) { auto tab = line.find('\t'); kinds.push_back(line.substr(0, tab)); queries.push_back(line.substr(tab + 1)); }
    std::vector<const char *> texts; std::vector<unsigned> flags, ids, lengths; std::vector<size_t> sizes;
    for (size_t i = 0; i < terms.size(); i++) {
        texts.push_back(terms[i].c_str()); flags.push_back(HS_FLAG_CASELESS); ids.push_back(i); sizes.push_back(terms[i].size()); lengths.push_back(terms[i].size());
    }
    auto begun = std::chrono::steady_clock::now();
    hs_database_t *list = nullptr; hs_compile_error_t *error = nullptr;
    if (hs_compile_lit_multi(texts.data(), flags.data(), ids.data(), sizes.data(), texts.size(), HS_MODE_BLOCK, nullptr, &list, &error) != HS_SUCCESS) { fprintf(stderr, "%s\n", error->message); return 1; }
    double build = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
    hs_scratch_t *scratch = nullptr; hs_alloc_scratch(list, &scratch);
    size_t bytes = 0; hs_database_size(list, &bytes);
    std::map<std::string, std::pair<long, long>> found;
    for (int round = 0; round < 2; round++) {
        double from = cpu();
        for (size_t i = 0; i < queries.size(); i++) {
            Context context{queries[i].data(), queries[i].size(), &lengths, false};
            hs_scan(list, queries[i].data(), queries[i].size(), 0, scratch, on_match, &context);
            if (round == 1) { auto &f = found[kinds[i]]; f.first++; f.second += context.hit; }
        }
        if (round == 0) printf("%.1f %.1f %zu\n", (cpu() - from) / queries.size(), build, bytes);
    }
    for (auto &f : found) printf("%s\t%ld\t%ld\n", f.first.c_str(), f.second.first, f.second.second);
}
