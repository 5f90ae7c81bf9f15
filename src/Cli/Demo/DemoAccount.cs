using System.Globalization;

namespace BillingActors.Cli.Demo;

/// <summary>One invented account: who, what meter, what tariff.</summary>
/// <param name="Index">Its place in the market, from 0.</param>
/// <param name="TariffId">Tariff.</param>
/// <param name="IsInterval">Whether its meter sends half hours; else it is read once a month.</param>
/// <param name="Unit">Unit of its register or channel.</param>
internal sealed record DemoAccount(int Index, string TariffId, bool IsInterval, string Unit)
{
    private const int PhoneCount = 10_000;

    private static readonly string[] FirstNames =
        ["Ada", "Bruno", "Chidi", "Dana", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jonas", "Kaya", "Liam", "Mei",
            "Noor"];

    private static readonly string[] LastNames =
        ["Abara", "Berger", "Castro", "Dvorak", "Egede", "Fontana", "Gupta", "Hansen", "Ito", "Jansen", "Kim",
            "Lindt", "Moss"];

    public string AccountId => "A" + Number;

    public string CustomerId => "C" + Number;

    public string ContractId => "K" + Number;

    public string ServicePointId => "D" + Index.ToString("D9", CultureInfo.InvariantCulture);

    public string MeterSerial => "M" + Number;

    public string Channel => IsInterval ? "E1" : "1";

    public string Name =>
        FirstNames[Index % FirstNames.Length] + " " + LastNames[Index / FirstNames.Length % LastNames.Length];

    /// <summary>
    /// A number that Australia keeps for films and books (ACMA, numbers for creative works); null where none is left.
    /// </summary>
    public string? Phone =>
        Index < PhoneCount ? "+61 2 5550 " + Index.ToString("D4", CultureInfo.InvariantCulture) : null;

    /// <summary>
    /// An address under a name that nobody can have (RFC 2606); null where there are no telephones any more either.
    /// </summary>
    public string? Email => Index < PhoneCount
        ? $"{Name.Replace(' ', '.').ToLowerInvariant()}.{Index.ToString(CultureInfo.InvariantCulture)}@example.com"
        : null;

    private string Number => Index.ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>What the meter counts in a month, counted from 0, in tenths of the unit.</summary>
    public int TenthsIn(int month) => Unit == "m3"
        ? 60 + Dice.Below(180, "use", Index, month)
        : 1200 + Dice.Below(1600, "home", Index, 0) + Dice.Below(900, "use", Index, month);

    /// <summary>What the dials show at the beginning of a month, in tenths of the unit.</summary>
    public long DialAt(int month)
    {
        long dial = 10_000 + Dice.Below(400_000, "dial", Index, 0);
        for (var i = 0; i < month; i++)
            dial += TenthsIn(i);
        return dial;
    }

    /// <summary>Whether a month's read, or one day of it, comes a month late: about one in a hundred.</summary>
    public bool IsLate(int month) => Dice.Below(100, "late", Index, month) == 0;

    /// <summary>The day of the month, from 1, that is late at an interval meter.</summary>
    public int LateDay(int month) => 2 + Dice.Below(25, "day", Index, month);
}
