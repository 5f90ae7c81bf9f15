using System.Collections.Immutable;
using BillingActors.Gateway.Console.Look;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>The rules of approval of a legal entity as they are typed.</summary>
internal sealed class LimitsForm
{
    /// <summary>What is typed for no limit at all; an empty amount is a fault.</summary>
    public const string Unlimited = "any";

    private const string Any = "*";

    /// <summary>Actions that can have a limit of their own, and any.</summary>
    public static ImmutableArray<string> Actions { get; } =
    [
        Any, "adjust", "waive", "write-off", "recover-write-off", "credit-memo", "cancel-invoice",
        "dispute-credit", "refund", "transfer", "waive-deposit", "release-deposit",
    ];

    /// <summary>The limits, one a line.</summary>
    public List<Line> Lines { get; set; } = [];

    /// <summary>Who decides in whose place, one a line.</summary>
    public List<DelegationLine> Delegations { get; set; } = [];

    /// <summary>Days a request waits.</summary>
    public int Days { get; set; }

    /// <summary>Whether another person approves a bill run.</summary>
    public bool NeedsSecondPerson { get; set; }

    /// <summary>Why it is changed.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The form of a legal entity as it is; its defaults where it names no limits.</summary>
    public static LimitsForm Of(LegalEntityRecord entity, ImmutableArray<ApprovalLimitRecord> defaults) => new()
    {
        Days = entity.ApprovalDays,
        NeedsSecondPerson = entity.NeedsSecondPerson,
        Delegations = [.. (entity.Delegations ?? []).Select(DelegationLine.Of)],
        Lines =
        [
            .. (entity.ApprovalLimits ?? defaults).Select(limit => new Line
            {
                Role = limit.Role,
                Action = limit.Action,
                Currency = limit.Currency ?? entity.Currency,
                Amount = Text(limit.LimitMinor, limit.Currency ?? entity.Currency),
                Alone = limit.AloneMinor is { } alone ? Text(alone, limit.Currency ?? entity.Currency) : "",
            }),
        ],
    };

    /// <summary>What is wrong with it; null where it can be sent.</summary>
    public string? Fault()
    {
        if (Lines.Find(line => line.Minor is null) is { } line)
            return $"“{line.Amount}” is no amount of {line.Currency}, nor “{Unlimited}”.";
        if (Lines.Find(line => line.IsAloneWrong) is { } wrong)
            return $"“{wrong.Alone}” is no amount of {wrong.Currency}, nor “{Unlimited}”; empty is as much.";
        var twice = Lines.CountBy(one => (one.Role, one.Action, one.Currency)).FirstOrDefault(pair => pair.Value > 1);
        return twice.Value > 1
            ? $"Two lines are for {twice.Key.Role} and {twice.Key.Action}: keep one."
            : Delegations.Select(one => one.Fault()).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>
    /// The legal entity as it is wanted. Limits stay unnamed where they are those of the house and nobody changed them.
    /// </summary>
    public LegalEntityRecord Wanted(LegalEntityRecord entity, ImmutableArray<ApprovalLimitRecord> defaults)
    {
        ImmutableArray<ApprovalLimitRecord> limits = [.. Lines.Select(line => line.ToRecord(entity.Currency))];
        return entity with
        {
            ApprovalDays = Days,
            NeedsSecondPerson = NeedsSecondPerson,
            ApprovalLimits = (entity.ApprovalLimits ?? defaults).SequenceEqual(limits) ? entity.ApprovalLimits : limits,
            Delegations = Delegated(entity.Delegations),
        };
    }

    private static string Text(long minor, string currency) =>
        minor >= ILimitReports.Unlimited ? Unlimited : MoneyText.Write(minor, currency);

    private static long? MinorOf(string text, string currency) =>
        text.Trim() == Unlimited ? ILimitReports.Unlimited : MoneyText.Read(text, currency);

    // None at all stays unsaid where nobody said so.
    private ImmutableArray<DelegationRecord>? Delegated(ImmutableArray<DelegationRecord>? before) =>
        before is null && Delegations.Count == 0 ? null : [.. Delegations.Select(one => one.ToRecord())];

    /// <summary>One limit.</summary>
    public sealed class Line
    {
        /// <summary>Role.</summary>
        public string Role { get; set; } = "clerk";

        /// <summary>Action, or * for any.</summary>
        public string Action { get; set; } = Any;

        /// <summary>Currency.</summary>
        public string Currency { get; set; } = "";

        /// <summary>Amount as it is typed, or the word for any.</summary>
        public string Amount { get; set; } = "";

        /// <summary>The amount in minor units; null where the text is none.</summary>
        public long? Minor => MinorOf(Amount, Currency);

        /// <summary>What may be moved alone, as it is typed; empty for as much.</summary>
        public string Alone { get; set; } = "";

        /// <summary>Whether that is no amount.</summary>
        public bool IsAloneWrong => !string.IsNullOrWhiteSpace(Alone) && MinorOf(Alone, Currency) is null;

        /// <summary>The limit as it is stored; the currency of the legal entity is not said.</summary>
        public ApprovalLimitRecord ToRecord(string entityCurrency) => new(
            Role, Action, Minor ?? 0, Currency == entityCurrency ? null : Currency,
            string.IsNullOrWhiteSpace(Alone) ? null : MinorOf(Alone, Currency));
    }
}
