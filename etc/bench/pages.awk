# Writes the benchmark pages: DIR/bench/p/post-N.html, 9 to 43 KB of HTML each. The word frequencies
# resemble those of a natural language.
# Variables: dir, count.

# Approximates Zipf's law: the rank is the exponential of a uniform random number.
function rank(size) {
  return int(exp(rand() * log(size)))
}

function word() {
  return words[rank(vocabulary)]
}

# Natural language repeats itself, so most of a sentence consists of fixed phrases.
function turn() {
  return rand() < 0.72 ? phrases[rank(1500)] : word()
}

function sentence(    turns, i, text) {
  turns = 2 + int(rand() * 7)
  text = turn()
  text = toupper(substr(text, 1, 1)) substr(text, 2)
  for (i = 1; i < turns; i++) {
    text = text (rand() < 0.12 ? ", " : " ") turn()
  }
  return text "."
}

function paragraph(    sentences, i, text) {
  sentences = 2 + int(rand() * 5)
  text = sentence()
  for (i = 1; i < sentences; i++) {
    text = text " " sentence()
  }
  return "<p>" text "</p>\n"
}

BEGIN {
  srand(20260203)
  vocabulary = 6000
  split("a e i o u ai ea ou", vowels, " ")
  split("b c d f g h l m n p r s t v w st tr pl ch th sh", consonants, " ")
  for (n = 1; n <= vocabulary; n++) {
    w = ""
    syllables = n < 150 ? 1 : 1 + int(rand() * 3)
    for (s = 0; s < syllables; s++) {
      w = w consonants[1 + int(rand() * 21)] vowels[1 + int(rand() * 8)]
    }
    words[n] = w (rand() < 0.4 ? consonants[1 + int(rand() * 15)] : "")
  }
  for (n = 1; n <= 1500; n++) {
    phrase = word()
    for (w = 1 + int(rand() * 4); w > 0; w--) {
      phrase = phrase " " word()
    }
    phrases[n] = phrase
  }
  style = ""
  for (n = 0; n < 60; n++) {
    style = style sprintf(".%s%d{margin:%dpx %dem;color:#%06x;max-width:%drem}", words[300 + n], n, n % 9, n % 4, rand() * 16777215, 20 + n)
  }
  for (page = 1; page <= count; page++) {
    file = dir "/bench/p/post-" page ".html"
    target = 9000 + int(rand() * 34000)
    title = sentence()
    html = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" title "</title>\n"
    html = html "<meta name=\"description\" content=\"" sentence() "\">\n"
    html = html "<link rel=\"canonical\" href=\"https://quaily.example/bench/p/post-" page "\">\n"
    html = html "<style>" style "</style>\n</head>\n<body>\n<main>\n<h1>" title "</h1>\n"
    while (length(html) < target) {
      html = html (rand() < 0.12 ? "<h2>" word() " " word() "</h2>\n" : "") paragraph()
    }
    printf "%s</main>\n</body>\n</html>\n", html > file
    close(file)
  }
}
