namespace BillingActors.Storage.Privacy;

/// <summary>Legal duties to keep what is stored of a person.</summary>
public interface IPersonDuties
{
    /// <summary>The duties of a customer on a day, by the retention that holds now.</summary>
    Task<PersonDuty> Of(string customerId, DateOnly today, CancellationToken cancellation);
}
