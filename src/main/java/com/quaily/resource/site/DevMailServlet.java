package com.quaily.resource.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.model.delivery.KeptMail;
import com.quaily.resource.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Shows the email that a demo keeps instead of sending it: {@code /dev/mail} and {@code
 * /dev/mail.json}, newest first, and the HTML of one email as {@code /dev/mail.html?id=…} with its
 * Message-ID. Returns 404 outside the demo.
 */
public final class DevMailServlet extends HttpServlet {

  /**
   * Servlet context attribute with an {@code IntFunction<List<KeptMail>>}: the newest emails, up to
   * the given number.
   */
  public static final String MAILBOX = "com.quaily.resource.mailbox";

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 200;
  private static final String MESSAGE_ID = "Message-ID";

  /** Emails have inline styles, and no scripts. Links open in another window. */
  private static final String EMAIL_POLICY =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; base-uri 'none'"
          + "; form-action 'none'; style-src 'unsafe-inline'; img-src 'self' https: data:";

  private static final Set<String> PATHS = Set.of("/mail", "/mail.json", "/mail.html");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<]+");
  private static final ObjectMapper JSON = Json.mapper();
  private static final String HEAD =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>Mail of this demo</title>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml">
      <link rel="stylesheet" href="/tools/shared/site.css">
      <link rel="stylesheet" href="/portal.css"></head><body><main class="text"><div class="wrap">
      <h1>Mail of this demo</h1><p>Nothing leaves this machine: mail is shown here instead,
      newest first. Programs read <a href="/dev/mail.json">/dev/mail.json</a>.</p>
      """;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    IntFunction<List<KeptMail>> mailbox = mailbox();
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    response.setHeader("Cache-Control", "no-store");
    if (mailbox == null || !PATHS.contains(path)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (path.equals("/mail.html")) {
      writeEmail(mailbox.apply(SHOWN), request.getParameter("id"), response);
    } else if (path.equals("/mail.json")) {
      response.setContentType("application/json; charset=utf-8");
      response.getOutputStream().write(JSON.writeValueAsBytes(mailbox.apply(SHOWN)));
    } else {
      response.setContentType("text/html; charset=utf-8");
      response.getOutputStream().write(page(mailbox.apply(SHOWN)));
    }
  }

  @SuppressWarnings("unchecked") // the attribute's type is part of its contract
  private IntFunction<List<KeptMail>> mailbox() {
    return (IntFunction<List<KeptMail>>) getServletContext().getAttribute(MAILBOX);
  }

  private static void writeEmail(List<KeptMail> mails, String id, HttpServletResponse response)
      throws IOException {
    Optional<KeptMail> email =
        mails.stream().filter(mail -> !mail.html().isEmpty() && id(mail).equals(id)).findFirst();
    if (email.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", EMAIL_POLICY);
    response.getOutputStream().write(email.get().html().getBytes(StandardCharsets.UTF_8));
  }

  private static String id(KeptMail mail) {
    return mail.headers().getOrDefault(MESSAGE_ID, "");
  }

  private static byte[] page(List<KeptMail> mails) {
    StringBuilder page = new StringBuilder(HEAD);
    if (mails.isEmpty()) {
      page.append("<p>No mail yet.</p>");
    }
    for (KeptMail mail : mails) {
      page.append("<article><h2>").append(escape(mail.subject())).append("</h2><p>To ");
      page.append(escape(mail.to())).append(", ").append(mail.receivedAt());
      if (!mail.html().isEmpty()) {
        String id = URLEncoder.encode(id(mail), StandardCharsets.UTF_8);
        page.append(", <a href=\"/dev/mail.html?id=").append(id).append("\">as readers see it</a>");
      }
      page.append("</p><pre>");
      page.append(LINK.matcher(escape(mail.text())).replaceAll("<a href=\"$0\">$0</a>"));
      page.append("</pre></article>\n");
    }
    return page.append("</div></main></body></html>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
