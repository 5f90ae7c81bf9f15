namespace BillingActors.Storage.Privacy;

/// <summary>What a search token stands for; the numbers are stored.</summary>
internal enum SearchField
{
    /// <summary>A word of a name.</summary>
    Name = 1,

    /// <summary>The digits of a phone number.</summary>
    Phone = 2,

    /// <summary>An e-mail address.</summary>
    Email = 3,

    /// <summary>What a payer wrote, or a word of it.</summary>
    Reference = 4,
}
