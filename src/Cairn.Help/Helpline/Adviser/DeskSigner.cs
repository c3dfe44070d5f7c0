namespace Cairn.Help.Helpline.Adviser;

/// <summary>A member of the desk, whose signature a package may bear.</summary>
/// <param name="Called">The name people use.</param>
/// <param name="Verify">The Ed25519 public key, 32 bytes.</param>
public sealed record DeskSigner(string Called, byte[] Verify);
