using System.Collections.Frozen;

namespace BillingActors.Domain.Primitives;

/// <summary>
/// An ISO 4217 currency: three capital letters and the number of decimals its minor unit has (exponents of the ISO
/// list, never those of a display culture).
/// </summary>
public readonly record struct Currency
{
    // Codes that are read all the time; any other has two decimals.
    private static readonly FrozenDictionary<string, Currency> Known = new (int Exponent, string Codes)[]
    {
        (2, "AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF INR MXN MYR NOK NZD PHP PLN RON SEK SGD THB TRY USD ZAR"),
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
        (4, "CLF UYW"),
    }
    .SelectMany(
        group => group.Codes.Split(' '), (group, code) => new Currency(string.Intern(code), group.Exponent))
    .ToFrozenDictionary(currency => currency.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Currency>.AlternateLookup<ReadOnlySpan<char>> KnownBySpan =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly decimal[] Scales = [1m, 10m, 100m, 1000m, 10000m];

    private readonly string? _code;

    private Currency(string code, int exponent) => (_code, Exponent) = (code, exponent);

    /// <summary>The three-letter code; of the default value "XXX" (no currency).</summary>
    public string Code => _code ?? "XXX";

    /// <summary>Decimals of the minor unit, 0 to 4.</summary>
    public int Exponent { get; }

    /// <summary>How many minor units make one unit: 1, 10, 100, 1,000 or 10,000.</summary>
    public decimal Scale => Scales[Exponent];

    /// <summary>Reads a code; anything but three capital letters is a broken invariant.</summary>
    public static Currency Of(string code)
    {
        if (code is not null && Known.TryGetValue(code, out var known))
            return known;
        Invariant.Holds(IsCode(code), "a currency is three capital letters");
        return new Currency(string.Intern(code!), 2);
    }

    /// <summary>Reads a code; false for anything but three capital letters.</summary>
    public static bool TryOf(ReadOnlySpan<char> code, out Currency currency)
    {
        if (KnownBySpan.TryGetValue(code, out currency))
            return true;
        var isCode = code.Length == 3 && !code.ContainsAnyExceptInRange('A', 'Z');
        currency = isCode ? Of(code.ToString()) : default;
        return isCode;
    }

    /// <summary>Whether the text has the form of a currency code.</summary>
    public static bool IsCode(string? code) => code is { Length: 3 } && code.All(char.IsAsciiLetterUpper);

    /// <inheritdoc />
    public override string ToString() => Code;
}
