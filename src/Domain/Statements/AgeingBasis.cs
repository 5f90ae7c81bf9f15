namespace BillingActors.Domain.Statements;

/// <summary>From which day the age of an item is counted; every report says which.</summary>
public enum AgeingBasis
{
    /// <summary>From the due date: the view of credit control. The due day itself is not overdue.</summary>
    DueDate,

    /// <summary>From the date of the document: the view of some auditors and provisions.</summary>
    DocumentDate,
}
