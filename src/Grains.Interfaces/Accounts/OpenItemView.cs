namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>A document that is owed, wholly or in part.</summary>
/// <param name="Id">Document id.</param>
/// <param name="Number">Document number.</param>
/// <param name="OriginalMinor">What it was for.</param>
/// <param name="OpenMinor">What is still owed of it.</param>
/// <param name="IssuedOn">Document date.</param>
/// <param name="DueOn">Due date.</param>
[GenerateSerializer, Immutable, Alias("open-item-view")]
public sealed record OpenItemView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Number,
    [property: Id(2)] long OriginalMinor,
    [property: Id(3)] long OpenMinor,
    [property: Id(4)] DateOnly IssuedOn,
    [property: Id(5)] DateOnly DueOn);
