using System.Globalization;

namespace BillingActors.Survival.Desks;

/// <summary>The books that a cluster is tried on: accounts of one legal entity, billed monthly.</summary>
/// <param name="AccountCount">Accounts.</param>
/// <param name="MonthCount">Months with reads, and so the most runs there can be.</param>
internal sealed record BookSettings(int AccountCount, int MonthCount)
{
    /// <summary>The legal entity.</summary>
    public const string EntityId = "survival";

    /// <summary>Prefix of the numbers that can be called where calls are priced.</summary>
    public const string Prefix = "49";

    /// <summary>The bill cycle.</summary>
    public const string CycleId = "monthly";

    /// <summary>The currency.</summary>
    public const string Currency = "EUR";

    /// <summary>Most months there can be, from the first one until today.</summary>
    public const int MonthCountMax = 580;

    /// <summary>Whether calls are priced too.</summary>
    public bool HasCalls { get; init; }

    /// <summary>First day of a month, counted from 0.</summary>
    public static DateOnly Begin(int month) => new DateOnly(1973, 1, 1).AddMonths(month);

    /// <summary>Id of an account, counted from 0.</summary>
    public static string AccountId(int index) => string.Create(CultureInfo.InvariantCulture, $"A{index:D5}");

    /// <summary>Path of an account's resources.</summary>
    public static string Path(int index, string part) => $"v1/accounts/{EntityId}/{AccountId(index)}{part}";
}
