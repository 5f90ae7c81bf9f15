namespace BillingActors.Gateway.Persons;

/// <summary>How long a kind of record shall be kept.</summary>
/// <param name="Years">Years after the end of the year the record is of, 0 to 30.</param>
public sealed record RetentionChange(int Years);
