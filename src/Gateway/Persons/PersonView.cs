namespace BillingActors.Gateway.Persons;

/// <summary>How far a person's wish to be forgotten is.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="State">free, restricted or erased.</param>
/// <param name="AskedBy">Who restricted its data; another person erases it.</param>
/// <param name="AskedAt">When.</param>
/// <param name="DutyEndsOn">
/// Last day of the last legal duty to keep something; null while an account is open or something is owed.
/// </param>
/// <param name="OpenAccountCount">Accounts that are open.</param>
/// <param name="UnsettledAccountCount">Closed accounts on which something is owed, either way.</param>
/// <param name="MayBeErased">Whether the last duty has ended.</param>
public sealed record PersonView(
    string CustomerId,
    string State,
    string? AskedBy,
    DateTimeOffset? AskedAt,
    DateOnly? DutyEndsOn,
    int OpenAccountCount,
    int UnsettledAccountCount,
    bool MayBeErased);
