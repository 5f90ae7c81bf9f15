using System.Collections.Immutable;

namespace BillingActors.Domain.Disputes;

/// <summary>The rules of disputes at a legal entity: lists to choose from, and days.</summary>
public sealed record DisputePolicy(
    ImmutableArray<DisputeReason> Reasons,
    ImmutableArray<DisputeCode> RootCauses,
    ImmutableArray<DisputeCode> Notes,
    int GraceDays,
    string EscalateTo)
{
    /// <summary>How many disputes of an account may run at once.</summary>
    public const int RunningCountMax = 50;

    /// <summary>What holds where nothing else is set.</summary>
    public static DisputePolicy Default { get; } = new(
        [
            new("price", "Wrong price or tariff", 10),
            new("quantity", "Wrong quantity or read", 15),
            new("estimate", "Estimated use is wrong", 15),
            new("not-delivered", "Service was not delivered", 15),
            new("quality", "Service was not as agreed", 20),
            new("duplicate", "Billed twice", 5),
            new("paid", "Paid already", 5),
            new("tax", "Wrong tax", 10),
            new("moved-out", "Moved out before", 10),
            new("other", "Another reason", 20),
        ],
        [
            new("none", "No fault found"),
            new("customer", "Misunderstanding of the customer"),
            new("master-data", "Wrong master data"),
            new("meter", "Meter or read at fault"),
            new("rating", "Wrong rating or tariff set-up"),
            new("order", "Order or contract entered wrongly"),
            new("service", "Service not delivered as agreed"),
            new("payment-posting", "Payment posted wrongly"),
            new("process", "Process or communication"),
        ],
        [
            new("asked-customer", "Customer was asked for more"),
            new("asked-metering", "Metering was asked"),
            new("asked-field", "A visit was ordered"),
            new("asked-sales", "Sales was asked"),
            new("document-received", "A document came in"),
            new("no-answer", "Nobody answered"),
            new("settled-by-phone", "Settled on the phone"),
        ],
        GraceDays: 10,
        EscalateTo: "receivables-supervisor");

    /// <summary>The reason with the code, or null.</summary>
    public DisputeReason? Reason(string code) => Reasons.FirstOrDefault(reason => reason.Code == code);

    /// <summary>Whether the code is a root cause.</summary>
    public bool HasRootCause(string? code) => RootCauses.Any(cause => cause.Code == code);

    /// <summary>Whether there is no note, or one of the list.</summary>
    public bool AllowsNote(string? code) => code is null || Notes.Any(note => note.Code == code);
}
