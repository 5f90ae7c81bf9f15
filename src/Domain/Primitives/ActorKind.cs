namespace BillingActors.Domain.Primitives;

/// <summary>What kind of somebody or something acts.</summary>
public enum ActorKind
{
    /// <summary>A person who signed in.</summary>
    Person,

    /// <summary>A program with an API key.</summary>
    Key,

    /// <summary>A scheduled job or a bill run.</summary>
    Job,

    /// <summary>A file that was imported.</summary>
    Import,
}
