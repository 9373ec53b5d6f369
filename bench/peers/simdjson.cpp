// simdjson api|api-whole|charts|gap|flows: what our tools write of JSON, with simdjson's on-demand interface. Rows go into one buffer. Numbers
// are copied as they are written where that is right, and are doubles with as few digits as tell them apart where it is not.
//
// Memory that is fresh costs more than the parsing. What can be cut without reading it (a line, an item without objects inside) is
// read a window at a time; the rest is mapped as a whole.
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <simdjson.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace simdjson;
using std::string_view;

static char out[1 << 18], *to = out;

static void flush() {
	for (char *from = out; from < to; ) {
		ssize_t n = write(1, from, size_t(to - from));
		if (n < 0) _exit(4);
		from += n;
	}
	to = out;
}

// Makes room for a row.
static void room() {
	if (to > out + sizeof out - 16384) flush();
}

static void put(string_view s) { std::memcpy(to, s.data(), s.size()); to += s.size(); }

// A field, in quotes if it needs them.
static void put_field(string_view s) {
	bool quote = false;
	for (char c : s) quote |= c == ',' || c == '"' || c == '\n' || c == '\r';
	if (!quote) return put(s);
	*to++ = '"';
	for (char c : s) {
		if (c == '"') *to++ = '"';
		*to++ = c;
	}
	*to++ = '"';
}

// A value as it is written, without quotes.
static string_view text_of(ondemand::value v) {
	string_view s = v.raw_json_token();
	while (!s.empty() && (s.back() == ' ' || s.back() == '\n')) s.remove_suffix(1);
	if (s.size() >= 2 && s.front() == '"') s = s.substr(1, s.size() - 2);
	return s;
}

// Standard input, mapped, with what simdjson wants behind it.
static padded_string_view input() {
	struct stat st;
	if (fstat(0, &st) != 0) _exit(4);
	size_t n = size_t(st.st_size), room = (n + SIMDJSON_PADDING + 4095) & ~size_t(4095);
	char *p = static_cast<char *>(mmap(nullptr, room, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
	if (p == MAP_FAILED || mmap(p, n, PROT_READ, MAP_PRIVATE | MAP_FIXED | MAP_POPULATE, 0, 0) == MAP_FAILED) _exit(4);
	return padded_string_view(p, n, room);
}

// Windows of standard input that end with some text, which is the last of its kind in them or the input's end.
class windows {
	static constexpr size_t size = 1 << 18;
	char buffer[1 + size + 2 * SIMDJSON_PADDING]; // the first byte is free: for a [
	size_t have = 0, used = 0;
public:
	static constexpr size_t capacity = size + 2 * SIMDJSON_PADDING;
	// False at the end.
	bool next(string_view end, char *&begin, size_t &n) {
		begin = buffer + 1;
		std::memmove(begin, begin + used, have -= used);
		for (ssize_t got; have < size && (got = read(0, begin + have, size - have)) > 0; ) have += size_t(got);
		size_t at = string_view(begin, have).rfind(end);
		used = n = have < size || at == string_view::npos ? have : at + end.size();
		return n > 0;
	}
};

static windows in;

static const struct { string_view key, begin; } types[] = {
	{"refugees", ",actual,REF,Refugees,"},
	{"asylum_seekers", ",actual,ASY,Asylum-seekers,"},
	{"returned_refugees", ",actual,RET,Returned refugees,"},
	{"idps", ",actual,IDP,IDPs,"},
	{"returned_idps", ",actual,RDP,Returned IDPs,"},
	{"stateless", ",actual,STA,Stateless,"},
	{"ooc", ",actual,OOC,Others of concern,"},
	{"oip", ",actual,OIP,Other people in need of international protection,"},
	{"hst", ",actual,HST,Host community,"},
};

static void api_item(ondemand::object item) {
	string_view year = text_of(item.find_field("year").value());
	string_view origin = item.find_field("coo_name").get_string(), origin_iso = item.find_field("coo_iso").get_string();
	string_view asylum = item.find_field("coa_name").get_string(), asylum_iso = item.find_field("coa_iso").get_string();
	const char *begin = nullptr;
	size_t begun = 0;
	room();
	for (auto &type : types) {
		string_view n = text_of(item.find_field(type.key).value());
		if (n.size() == 1 && (n[0] == '0' || n[0] == '-')) continue;
		if (begin) {
			put({begin, begun});
		} else {
			begin = to;
			put_field(asylum), *to++ = ',', put(asylum_iso), *to++ = ',', put_field(origin), *to++ = ',';
			put(origin_iso), *to++ = ',', put(year);
			begun = size_t(to - begin);
		}
		put(type.begin), put(n), *to++ = '\n';
	}
}

static const string_view api_header = "operation,iso3,origin,origin_iso3,year,status,code,population_type,persons\n";

static void api(ondemand::parser &parser) {
	put(api_header);
	char *json;
	size_t size;
	for (bool first = true; in.next("},", json, size); first = false) {
		// from the first item's { to the last one's }, with [ and ] around them
		string_view text(json, size);
		size_t begin = first ? text.find("\"items\":[") + 9 : 0, end = text.rfind("},");
		if (end != size - 2) end = text.rfind("}]");
		json[begin - 1] = '[', json[end + 1] = ']';
		ondemand::document doc = parser.iterate(padded_string_view(json + begin - 1, end - begin + 3, windows::capacity - begin));
		for (ondemand::object item : doc.get_array()) api_item(item);
	}
}

static void api_whole(ondemand::parser &parser) {
	put(api_header);
	ondemand::document doc = parser.iterate(input());
	for (ondemand::object item : doc["items"].get_array()) api_item(item);
}

static void put_double(double d) { to = std::to_chars(to, to + 32, d).ptr; }

// A number as it is written if that is short enough and plain, else as a double has it.
static void put_number(string_view text, double d) {
	if (text.size() > 16 || text.find('e') != text.npos || text.find('.') == text.npos) return put_double(d);
	while (text.back() == '0') text.remove_suffix(1);
	if (text.back() == '.') text.remove_suffix(1);
	put(text);
}

struct number {
	bool known;
	string_view text;
	double d;
};

static size_t numbers(ondemand::array array, number *into, size_t most, bool exact) {
	size_t n = 0;
	for (ondemand::value v : array) {
		if (n == most) break;
		number &x = into[n++];
		x = {!v.is_null(), {}, 0};
		if (!x.known) continue;
		x.text = text_of(v);
		if (!exact || x.text.size() > 16 || x.text.find('e') != x.text.npos) x.d = v.get_double();
	}
	return n;
}

// With two decimals.
static void put_percent(double d) {
	if (std::fabs(d) > 1e15) return put_double(d);
	long long n = std::llround(100 * d);
	if (n < 0) *to++ = '-', n = -n;
	to = std::to_chars(to, to + 32, n / 100).ptr;
	*to++ = '.', *to++ = char('0' + n / 10 % 10), *to++ = char('0' + n % 10);
}

static void chart_rows(ondemand::object chart, bool gap) {
	string_view years[64];
	number budget[64], spent[64];
	size_t n = 0;
	for (ondemand::value year : chart.find_field("categories").get_array())
		if (n < 64) years[n++] = text_of(year);
	numbers(chart.find_field("budget").get_array(), budget, n, !gap);
	numbers(chart.find_field("expenditure").get_array(), spent, n, !gap);
	room();
	for (size_t i = 0; i < n; i++) {
		put(",,"), put(years[i]), put(",total,");
		if (budget[i].known) put_number(budget[i].text, budget[i].d);
		put(",,");
		if (spent[i].known) put_number(spent[i].text, spent[i].d);
		put(",musd");
		if (gap && budget[i].known && spent[i].known) {
			double difference = budget[i].d - spent[i].d;
			put(",expenditure,"), put_double(difference), *to++ = ',';
			put_percent(100 * difference / budget[i].d), *to++ = ',';
			put_percent(100 * spent[i].d / budget[i].d);
		} else if (gap) {
			put(",,,,");
		}
		*to++ = '\n';
	}
}

static void charts(ondemand::parser &parser, bool gap) {
	put("operation,iso3,year,pillar,budget,funding,expenditure,unit");
	put(gap ? ",against,gap,gap_pct,covered_pct\n" : "\n");
	char *json;
	size_t size;
	while (in.next("\n", json, size)) {
		ondemand::document_stream all = parser.iterate_many(json, size, windows::capacity);
		for (auto doc : all) chart_rows(doc.get_object(), gap);
	}
}

// The name of the first object of that type.
static string_view name_of(ondemand::array objects, string_view type) {
	string_view name;
	for (ondemand::object o : objects)
		if (string_view(o.find_field("type").get_string()) == type && name.empty()) name = o.find_field("name").get_string();
	return name;
}

static void flows(ondemand::parser &parser) {
	put("date,donor,iso3,donor_type,amount,unit,recipient\n");
	ondemand::document doc = parser.iterate(input());
	for (ondemand::object flow : doc["data"]["flows"].get_array()) {
		string_view amount = text_of(flow.find_field("amountUSD").value());
		string_view date = flow.find_field("date").get_string();
		room();
		put(date.substr(0, 10)), *to++ = ',';
		put_field(name_of(flow.find_field("sourceObjects").get_array(), "Organization")), put(",,,");
		put(amount), put(",usd,"), put_field(name_of(flow.find_field("destinationObjects").get_array(), "Location"));
		*to++ = '\n';
	}
}

int main(int argc, char **argv) try {
	ondemand::parser parser;
	string_view what = argc > 1 ? argv[1] : "";
	if (what == "api") api(parser);
	else if (what == "api-whole") api_whole(parser);
	else if (what == "charts" || what == "gap") charts(parser, what == "gap");
	else if (what == "flows") flows(parser);
	else return 2;
	flush();
	return 0;
} catch (const simdjson_error &e) {
	std::fprintf(stderr, "simdjson: %s\n", e.what());
	return 3;
}
