using System.Collections.Immutable;
using BillingActors.Storage.Notes;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Notes on the page of an account.</summary>
/// <param name="Pinned">What stands at its head, newest first.</param>
/// <param name="Newest">The newest that hold, for the timeline.</param>
public sealed record AccountNotes(ImmutableArray<AccountNote> Pinned, ImmutableArray<AccountNote> Newest)
{
    /// <summary>None, or none that the person may see.</summary>
    public static AccountNotes None { get; } = new([], []);
}
