package com.quaily.service.credit;

import com.ibm.icu.util.ULocale;
import com.quaily.model.credit.Country;
import com.quaily.model.credit.CurrencyInfo;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import java.time.Clock;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Currencies and countries from Java and ICU, in English. */
public final class ReferenceData {

  private final Clock clock;
  private Map<String, CurrencyInfo> currencies = Map.of();
  private Map<String, Country> countries = Map.of();

  public ReferenceData(Clock clock) {
    this.clock = clock;
  }

  /** Loaded on first use, because it is rarely needed. */
  private synchronized Map<String, CurrencyInfo> readCurrencies() {
    if (currencies.isEmpty()) {
      Date now = Date.from(clock.instant());
      currencies =
          Currency.getAvailableCurrencies().stream()
              .filter(c -> com.ibm.icu.util.Currency.isAvailable(c.getCurrencyCode(), now, now))
              .filter(c -> c.getDefaultFractionDigits() >= 0)
              .map(ReferenceData::describe)
              .collect(Collectors.toMap(CurrencyInfo::code, Function.identity()));
    }
    return currencies;
  }

  private synchronized Map<String, Country> readCountries() {
    if (countries.isEmpty()) {
      countries =
          Stream.of(Locale.getISOCountries())
              .map(ReferenceData::describe)
              .collect(Collectors.toMap(Country::alpha2, Function.identity()));
    }
    return countries;
  }

  private static CurrencyInfo describe(Currency currency) {
    return new CurrencyInfo(
        currency.getCurrencyCode(),
        currency.getDisplayName(Locale.ENGLISH),
        com.ibm.icu.util.Currency.getInstance(currency.getCurrencyCode())
            .getName(ULocale.ENGLISH, com.ibm.icu.util.Currency.SYMBOL_NAME, null),
        currency.getNumericCodeAsString(),
        currency.getDefaultFractionDigits());
  }

  private static Country describe(String code) {
    Locale place = new Locale.Builder().setRegion(code).build();
    int[] letters = code.chars().map(letter -> 0x1F1E6 + letter - 'A').toArray();
    return new Country(
        code,
        place.getISO3Country(),
        place.getDisplayCountry(Locale.ENGLISH),
        new String(letters, 0, letters.length),
        Optional.ofNullable(Currency.getInstance(place)).map(Currency::getCurrencyCode).orElse(""));
  }

  /** Ordered by code. */
  public List<CurrencyInfo> currencies() {
    return readCurrencies().values().stream()
        .sorted((a, b) -> a.code().compareTo(b.code()))
        .toList();
  }

  /**
   * The currency with a code.
   *
   * @param code in any case
   */
  public CurrencyInfo currency(String code) {
    return Optional.ofNullable(readCurrencies().get(code.toUpperCase(Locale.ROOT)))
        .orElseThrow(() -> new NotFoundException(ErrorCode.CURRENCY_NOT_FOUND));
  }

  /** Ordered by name. */
  public List<Country> countries() {
    return readCountries().values().stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  /**
   * The country with a code.
   *
   * @param alpha2 in any case
   * @throws NotFoundException when there is none
   */
  public Country countryByAlpha2(String alpha2) {
    return Optional.ofNullable(readCountries().get(alpha2.toUpperCase(Locale.ROOT)))
        .orElseThrow(() -> new NotFoundException(ErrorCode.COUNTRY_NOT_FOUND));
  }
}
