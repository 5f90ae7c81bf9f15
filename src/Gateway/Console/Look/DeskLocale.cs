using System.Collections.Frozen;
using System.Globalization;
using BillingActors.Gateway.Invoices;

namespace BillingActors.Gateway.Console.Look;

/// <summary>
/// How a person reads numbers and days. A table of our own, so that the same screen shows the same text on every
/// machine, also on one without the system's locale data.
/// </summary>
/// <param name="Code">Code, such as de-DE.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Marks">Decimal mark and mark between thousands.</param>
/// <param name="DayFormat">Format of a day.</param>
/// <param name="IsRightToLeft">Whether the page runs from right to left.</param>
internal sealed record DeskLocale(
    string Code, string Name, (string Decimal, string Group) Marks, string DayFormat, bool IsRightToLeft = false)
{
    private const string NarrowSpace = "\u202f";

    private readonly NumberFormatInfo _numbers = new()
    {
        NumberDecimalSeparator = Marks.Decimal,
        NumberGroupSeparator = Marks.Group,
        NegativeSign = "\u2212",
    };

    /// <summary>All a person can choose from; the first where nobody chose.</summary>
    public static IReadOnlyList<DeskLocale> All { get; } =
    [
        new("en-AU", "English", (".", ","), "d MMM yyyy"),
        new("de-DE", "Deutsch", (",", "."), "dd.MM.yyyy"),
        new("fr-FR", "Français", (",", NarrowSpace), "dd/MM/yyyy"),
        new("ja-JP", "日本語", (".", ","), "yyyy/MM/dd"),
        new("ar", "العربية", (".", ","), "dd/MM/yyyy", IsRightToLeft: true),
    ];

    private static readonly FrozenDictionary<string, DeskLocale> ByCode =
        All.ToFrozenDictionary(locale => locale.Code, StringComparer.Ordinal);

    private string MonthFormat => Code switch
    {
        "en-AU" => "MMM yyyy",
        "de-DE" => "MM.yyyy",
        "ja-JP" => "yyyy/MM",
        _ => "MM/yyyy",
    };

    /// <summary>"rtl" or "ltr".</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The locale of a code; the first for a code that is not known.</summary>
    public static DeskLocale Of(string? code) =>
        code is not null && ByCode.TryGetValue(code, out var locale) ? locale : All[0];

    /// <summary>An amount with the decimals of its currency and the currency's code.</summary>
    public string Money(long minor, string currency) => Number(minor, currency) + "\u00a0" + currency;

    /// <summary>An amount with the decimals of its currency.</summary>
    public string Number(long minor, string currency)
    {
        var decimals = PrintedAmount.DecimalsOf(currency);
        var amount = minor * new decimal(1, 0, 0, isNegative: false, (byte)decimals);
        return amount.ToString(string.Create(CultureInfo.InvariantCulture, $"N{decimals}"), _numbers);
    }

    /// <summary>A count.</summary>
    public string Count(long count) => count.ToString("N0", _numbers);

    /// <summary>An exact quantity or price, without trailing zeros.</summary>
    public string Exact(decimal value) => value.ToString("#,0.############", _numbers);

    /// <summary>A day.</summary>
    public string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>A month, short.</summary>
    public string Month(DateOnly day) => day.ToString(MonthFormat, CultureInfo.InvariantCulture);

    /// <summary>A period; its last day is shown inclusive, as people read "until".</summary>
    public string Days(DateOnly from, DateOnly until) =>
        until <= from.AddDays(1) ? Day(from) : $"{Day(from)} – {Day(until.AddDays(-1))}";

    /// <summary>A moment, in UTC.</summary>
    public string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString(DayFormat + " HH:mm", CultureInfo.InvariantCulture);
}
