namespace BillingActors.Domain.Tests.Books;

/// <summary>What became of the answer to a command that was to be stored.</summary>
internal enum StoreAnswer
{
    /// <summary>It was stored, and that was heard.</summary>
    Heard,

    /// <summary>It was stored, and nobody heard of it.</summary>
    LostStored,

    /// <summary>It was not stored, and nobody heard of that either.</summary>
    LostUnstored,
}
