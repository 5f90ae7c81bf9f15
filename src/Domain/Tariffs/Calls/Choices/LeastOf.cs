namespace BillingActors.Domain.Tariffs.Calls.Choices;

/// <summary>Which rate says the least of a call that has several by its hours.</summary>
public enum LeastOf
{
    /// <summary>The one at which the record begins.</summary>
    Start,

    /// <summary>Of all that price a part of the call, the one with the highest least.</summary>
    Highest,
}
