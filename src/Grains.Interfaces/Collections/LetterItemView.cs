namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>An item as a letter lists it.</summary>
/// <param name="ItemId">Item.</param>
/// <param name="Number">Number of the document.</param>
/// <param name="Kind">Kind.</param>
/// <param name="IssuedOn">Issued.</param>
/// <param name="DueOn">Due.</param>
/// <param name="OpenMinor">Open.</param>
/// <param name="HeldMinor">Disputed or in grace.</param>
/// <param name="LevelBefore">Level before.</param>
/// <param name="Level">Level.</param>
[GenerateSerializer, Immutable, Alias("letter-item-view")]
public sealed record LetterItemView(
    [property: Id(0)] string ItemId,
    [property: Id(1)] string Number,
    [property: Id(2)] string Kind,
    [property: Id(3)] DateOnly IssuedOn,
    [property: Id(4)] DateOnly DueOn,
    [property: Id(5)] long OpenMinor,
    [property: Id(6)] long HeldMinor,
    [property: Id(7)] int LevelBefore,
    [property: Id(8)] int Level);
