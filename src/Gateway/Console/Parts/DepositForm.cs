using BillingActors.Gateway.Console.Look;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>A step of a deposit as it is typed in.</summary>
public sealed class DepositForm() : HandForm("deposit")
{
    /// <summary>It is decided how much.</summary>
    public const string Assess = "assess";

    /// <summary>The customer is asked for it.</summary>
    public const string Request = "request";

    /// <summary>Less is asked for.</summary>
    public const string Waive = "waive";

    /// <summary>It is taken for what is overdue.</summary>
    public const string Apply = "apply";

    /// <summary>It is given back early.</summary>
    public const string Release = "release";

    /// <summary>Its interest is credited early.</summary>
    public const string Interest = "interest";

    /// <summary>What can be done, with what it is called here.</summary>
    public static IReadOnlyList<(string Word, string Name)> Steps { get; } =
    [
        (Assess, "Decide how much"),
        (Request, "Ask for it"),
        (Waive, "Ask for less of it"),
        (Apply, "Take it for what is overdue"),
        (Release, "Give it back early"),
        (Interest, "Credit its interest early"),
    ];

    /// <summary>What is done.</summary>
    public string Step { get; set; } = Assess;

    /// <summary>The deposit; empty before one is chosen, and for a new one.</summary>
    public string DepositId { get; set; } = "";

    /// <summary>Amount as typed; empty for what the policy says, or all there is.</summary>
    public string Amount { get; set; } = "";

    /// <summary>Estimate of a month's bill as typed; empty for none.</summary>
    public string Monthly { get; set; } = "";

    /// <summary>Number of parts; null for what the policy says.</summary>
    public int? Parts { get; set; }

    /// <summary>When the first part is due; null for what the policy says.</summary>
    public DateOnly? FirstDueOn { get; set; }

    /// <summary>The amount; null where nothing is typed.</summary>
    public long? AmountMinor(string currency) => Minor(Amount, currency);

    /// <summary>The estimate; null where nothing is typed.</summary>
    public long? MonthlyMinor(string currency) => Minor(Monthly, currency);

    /// <summary>Whether enough is typed to ask what it would do.</summary>
    public bool IsWhole(string currency) =>
        (Step is Request or Interest || Minor(Amount, currency) is not < 0)
        && (Step != Assess || Minor(Monthly, currency) is not < 0)
        && (Step == Assess || DepositId.Length > 0) && (Step != Waive || AmountMinor(currency) is not null);

    // What is typed and is no amount is less than nothing, and asks nobody anything.
    private static long? Minor(string text, string currency) =>
        Typed(text) is { } typed ? MoneyText.Read(typed, currency) ?? -1 : null;
}
