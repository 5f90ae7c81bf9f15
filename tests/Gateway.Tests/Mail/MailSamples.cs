using BillingActors.Gateway.Invoices;
using BillingActors.Gateway.Mail;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.Deliveries;
using MimeKit;

namespace BillingActors.Gateway.Tests.Mail;

/// <summary>A delivery and what it needs.</summary>
internal static class MailSamples
{
    public static readonly DateTimeOffset At = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static DocumentDelivery Delivery(string id = "delivery-1", string? address = "jo@example.com") => new(
        id, "north", "a1", "c1", "north.a1.5", "INV-5", DocumentDelivery.Email, DocumentDelivery.ToCustomer, address,
        id + "@example.org", At, "pat", null, DocumentDelivery.Queued, NextAt: At);

    public static MailOptions Options(int port = 25) => new()
    {
        From = "billing@example.org",
        Host = "127.0.0.1",
        Port = port,
        Tls = "none",
        TimeoutSeconds = 5,
    };

    public static InvoiceParties Parties(string issuer = "North", string customer = "Jo") => new(
        new LegalEntityRecord("north", issuer, "AUD", "Australia/Sydney", "ABN 1", "1 Main St", "INV"),
        new CustomerRecord("c1", "north", customer, []));

    public static MimeMessage Message(
        DocumentDelivery? delivery = null, InvoiceParties? parties = null, MailOptions? options = null) =>
        InvoiceMail.Write(
            (delivery ?? Delivery(), InvoicePageTests.Invoice(), parties ?? Parties()), options ?? Options());

    public static byte[] Bytes(MimeMessage message)
    {
        using var text = new MemoryStream();
        message.WriteTo(text);
        return text.ToArray();
    }
}
