using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>An item as a letter lists it: what is open, what of it is disputed or held, what is asked for.</summary>
public sealed record LetterItem(
    string ItemId,
    string Number,
    ItemKind Kind,
    LocalDate IssuedOn,
    LocalDate DueOn,
    long OpenMinor,
    long HeldMinor,
    int LevelBefore,
    int Level)
{
    /// <summary>What the letter asks for.</summary>
    public long AskedMinor => OpenMinor - HeldMinor;
}
