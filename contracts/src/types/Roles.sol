// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title  What a member may do: a bit mask, so that one account can hold several roles
library Roles {
    uint16 internal constant OWNER = 1; // lends collections; given by the first registration
    uint16 internal constant HOSPITAL = 2; // vouches for owners, submits batches
    uint16 internal constant RESEARCHER = 4; // opens requests
    uint16 internal constant RELAYER = 8; // submits batches that others signed
    uint16 internal constant RUNNER = 16; // registers enclave instances, starts requests
    uint16 internal constant REVIEWER = 32; // review board: approves or refuses requests
    uint16 internal constant ENCLAVE_ADMIN = 64; // allows measurements, revokes instances

    uint16 internal constant ALL = 127; // the roles above; any other bit is refused
}
