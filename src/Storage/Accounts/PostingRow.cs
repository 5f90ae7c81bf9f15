using BillingActors.Domain.Ledger;
using NodaTime;

namespace BillingActors.Storage.Accounts;

/// <summary>A posting of the event at a version, by its place in the entry.</summary>
internal readonly record struct PostingRow(long Version, short Line, LocalDate BookedOn, Posting Posting);
