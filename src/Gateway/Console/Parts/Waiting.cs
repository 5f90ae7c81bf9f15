using BillingActors.Gateway.Worklists;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>A kind of row that waits for a person, as the page of exceptions shows it.</summary>
/// <param name="Kind">Kind of the rows.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Lead">What they are.</param>
/// <param name="Empty">When there are some.</param>
internal sealed record Waiting(string Kind, string Name, string Lead, string Empty)
{
    /// <summary>Accounts of bill runs.</summary>
    public static Waiting Held { get; } = new(
        WorklistFix.Held, "Held accounts", "Accounts that a bill run holds.",
        "Accounts come here when a run calculated them and found something to look at.");

    /// <summary>All kinds, the usual one first.</summary>
    public static IReadOnlyList<Waiting> All { get; } =
    [
        Held,
        new(WaitingRecords.OfFile, "Refused records", "Records of files that were refused.",
            "Records come here when a file was accepted and some of its lines could not be used."),
        new(WaitingRecords.OfUsage, "Unrated usage", "Calls and events that could not be rated.",
            "Usage comes here when its account knows no price or no contract for it."),
        new(WaitingRecords.OpenCall, "Open calls", "Long calls of which parts are missing.",
            "Calls come here while a network has not reported all their parts."),
        new(WaitingRecords.FileGap, "Missing files", "Files of call records that did not come.",
            "A number comes here when a source leaves it out; it goes when its file comes."),
    ];

    /// <summary>Where its page is.</summary>
    public string Href => this == Held
        ? $"{ConsolePath.Root}/exceptions"
        : $"{ConsolePath.Root}/exceptions?kind={Kind}";

    /// <summary>The kind of that word; held accounts where it is none.</summary>
    public static Waiting Of(string? kind) => All.FirstOrDefault(one => one.Kind == kind) ?? Held;
}
